/** Version of batches, frames and the dictionary. Recorded traffic of each stays in tests/wire/vN and is replayed. */
export const PROTOCOL = 1

/** Most bytes of one document update after inflating, and of one command. */
export const MAX_UPDATE_BYTES = 256 * 1024
export const MAX_COMMAND_BYTES = 64 * 1024
/** A phone cuts its document ops before this many bytes. */
export const CUT_UPDATE_BYTES = 64 * 1024
/** Most bytes of one piece of an attachment. */
export const MAX_PIECE_BYTES = 64 * 1024
/** Compressed bytes of batches one sync request carries, unless the first alone is larger. */
export const SYNC_UPLOAD_BYTES = 48 * 1024
/** Most compressed and inflated bytes of a sync request the server reads. */
export const MAX_REQUEST_BYTES = 1024 * 1024
export const MAX_INFLATED_BYTES = 4 * 1024 * 1024
