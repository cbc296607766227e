import type { Replica } from './replica/replica.ts'
import type { ReplicaParts } from './replica/identity.ts'
import type { SyncEngine } from './sync/engine.ts'

/** What runs once this phone is somebody's: its replica, its sync. Stops as one. */
export type Running = { replica: Replica; parts: ReplicaParts; sync: SyncEngine; stop: () => void }
