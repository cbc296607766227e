/** Runs work one after the other, in the order asked: between reading the book and writing it nobody else writes. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** Turns within this page. */
export function takeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}

/** Turns over all tabs of this browser that have the same book open. */
export function takeTurnsAcrossTabs(book: string): Turns {
  const here = takeTurns()
  const { locks } = navigator
  return locks ? (work) => here(async () => locks.request(`book ${book}`, work)) : here
}
