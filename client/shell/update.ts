import { inject, provide, readonly, ref, type InjectionKey, type Ref } from 'vue'

/** A new version that waits. It is applied when the person agrees, or by itself once every window was closed. */
export type Update = { ready: Readonly<Ref<boolean>>; applying: Readonly<Ref<boolean>>; apply(): void }

const updateKey: InjectionKey<Update> = Symbol('update')

export function provideUpdate(): Update {
  const update = watchForUpdate()
  provide(updateKey, update)
  return update
}

export function useUpdate(): Update {
  const update = inject(updateKey)
  if (!update) throw new Error('nobody watches for updates above this component')
  return update
}

/** The page's policy lets no text name a script; this is the one script named by us. */
function workerUrl(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('so-chi-bo', { createScriptURL: () => '/sw.js' })
  return policy ? policy.createScriptURL('') : '/sw.js'
}

type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: () => string },
  ): { createScriptURL(url: string): string }
}

function watchForUpdate(): Update {
  const ready = ref(false)
  const applying = ref(false)
  let agree = () => {}

  async function register(): Promise<void> {
    const { Workbox } = await import('workbox-window')
    const worker = new Workbox(workerUrl())
    worker.addEventListener('waiting', () => (ready.value = true))
    // Only this page asked for the change: other open pages of the app reload when they are next opened.
    worker.addEventListener('controlling', () => applying.value && location.reload())
    agree = () => worker.messageSkipWaiting()
    await worker.register()
  }

  function apply(): void {
    applying.value = true
    agree()
  }

  // The worker is fetched after the first screen is up; where there is none, the app works without it.
  if ('serviceWorker' in navigator && import.meta.env.PROD) {
    const begin = () => void register().catch(() => {})
    if (document.readyState === 'complete') begin()
    else addEventListener('load', begin, { once: true })
  }
  return { ready: readonly(ready), applying: readonly(applying), apply }
}
