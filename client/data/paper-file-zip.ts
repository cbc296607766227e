import { zipSync, type Zippable } from 'fflate'

/** A file of a package under the name it has there. */
export type PackedFile = { name: string; bytes: Blob }

/** [X6] One ZIP of all of them, in their order. Papers and pictures are small already: nothing is squeezed once more. */
export async function zipOf(files: readonly PackedFile[]): Promise<Blob> {
  const entries: Zippable = {}
  for (const { name, bytes } of files)
    entries[name] = [new Uint8Array(await bytes.arrayBuffer()), { level: 0 }]
  return new Blob([zipSync(entries) as BlobPart], { type: 'application/zip' })
}
