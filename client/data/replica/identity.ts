import type { DeviceId, Instant, PersonId } from '#shared/records/ids.ts'
import type { PhoneBook } from '#client/data/book/book.ts'
import type { Heard } from './receive.ts'

/** Who this phone is to its server. Keys are non-extractable and lie in the book as they are. */
export type Identity = {
  device: DeviceId
  person: PersonId
  lineage: string
  /** The server's public signing key, raw P-256 point, base64url. */
  serverKey: string
  enrolledAt: Instant
}

/** What a replica needs beside the book: everything that is not a pure function. */
export type ReplicaParts = {
  book: PhoneBook
  identity: Identity
  clock: () => Instant
  /** This phone's local wall clock, `yyyy-mm-ddThh:mm`. */
  localNow: () => string
  sign: (bytes: Uint8Array) => Promise<Uint8Array>
  /** Whether bytes were signed by the server this phone was enrolled with. */
  isFromServer: (signature: Uint8Array, bytes: Uint8Array) => Promise<boolean>
  /** Whether bytes were signed by another device's key, raw P-256 point, base64url. */
  isSignedBy: (signKey: string, signature: Uint8Array, bytes: Uint8Array) => Promise<boolean>
  /** Tells other tabs with this book open what came in. */
  announce: (heard: Heard) => void
  newId: () => string
  /** A fresh random Yjs client id (32 bits), never stored for a later session. */
  newClientId: () => number
}
