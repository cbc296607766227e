const IDLE = 5 * 60_000
const LOOK_EVERY = 10_000
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** [E19] Five minutes without a touch lock the book; what was typed is kept as it is when a tab closes. */
export function lockWhenIdle(): void {
  let last = Date.now()
  const touched = () => (last = Date.now())
  const look = () => Date.now() - last > IDLE && location.reload()
  for (const sign of SIGNS) addEventListener(sign, touched, { passive: true, capture: true })
  document.addEventListener('visibilitychange', look)
  setInterval(look, LOOK_EVERY)
}
