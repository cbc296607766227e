import type { OpenDrafts } from './open-drafts.ts'
import type { Replica } from './replica/replica.ts'
import type { SyncEngine } from './sync/engine.ts'

/** What runs once this phone is somebody's: its replica, its drafts, its sync. Stops as one. */
export type Running = { replica: Replica; drafts: OpenDrafts; sync: SyncEngine; stop: () => void }
