/**
 * Loaded into the server process before the server itself (`node --import`): lets a test move the clock it lives by, so
 * that ten minutes pass at once. Timers are left alone.
 */
const realNow = Date.now
let movedBy = 0
Date.now = () => realNow() + movedBy

process.on('message', (order: { moveClockBy: number }) => {
  movedBy += order.moveClockBy
  process.send?.('moved')
})
process.channel?.unref() // listening keeps nobody alive
