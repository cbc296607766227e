import { shallowRef, watch, type ShallowRef } from 'vue'
import { drawCard, type CardOf } from './card.ts'

/**
 * The card of what is about to be published, drawn again when that changes.
 * @param of null: nothing is to be drawn
 * @returns the card to show, and the one that belongs to what is said now, which may still be drawn
 */
export function useCard(of: () => CardOf | null): {
  card: Readonly<ShallowRef<Blob | null>>
  drawn: () => Promise<Blob | null>
} {
  const card = shallowRef<Blob | null>(null)
  let newest: Promise<Blob | null> = Promise.resolve(null)
  watch(
    of,
    (what) => {
      // A browser that cannot draw it publishes without one.
      const mine = what ? drawCard(what).catch(() => null) : Promise.resolve(null)
      newest = mine
      void mine.then((blob) => {
        if (mine === newest) card.value = blob
      })
    },
    { immediate: true },
  )
  return { card, drawn: () => newest }
}
