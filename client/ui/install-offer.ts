import { shallowRef, type Ref } from 'vue'

/** A browser's own question whether to install, kept until the person asks for it. */
type InstallPrompt = Event & { prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }> }

const offer = shallowRef<InstallPrompt | null>(null)

/** The browser asks once, early; whoever opens the page about installing later still gets the question. */
export function listenForInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offer.value = event as InstallPrompt
  })
  addEventListener('appinstalled', () => (offer.value = null))
}

export const installOffer: Readonly<Ref<InstallPrompt | null>> = offer

/** Shows the browser's question; it can be shown once. @returns whether the person agreed */
export async function install(): Promise<boolean> {
  const asked = offer.value
  offer.value = null
  return (await asked?.prompt())?.outcome === 'accepted'
}

/** Opened by its own icon, not in a browser's tab. */
export const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches
