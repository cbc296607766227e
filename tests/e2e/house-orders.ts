import { DatabaseSync } from 'node:sqlite'

/**
 * Loaded into the server process before the server itself (`node --import`), so that a test can move the clock it lives
 * by and fill its disk. The server knows nothing of it; timers are left alone.
 */
export type HouseOrder = { moveClockBy: number } | { mostPages: number }

const realNow = Date.now
let movedBy = 0
Date.now = () => realNow() + movedBy

const databases = new Set<DatabaseSync>()
const { prepare } = DatabaseSync.prototype
DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql) {
  databases.add(this)
  return prepare.call(this, sql)
}

process.on('message', (order: HouseOrder) => {
  if ('moveClockBy' in order) movedBy += order.moveClockBy
  else for (const db of databases) if (db.isOpen) db.exec(`PRAGMA max_page_count = ${order.mostPages}`)
  process.send?.('done')
})
process.channel?.unref() // listening keeps nobody alive
