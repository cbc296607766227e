import { digest } from 'lib0/hash/sha256'
import { decodeBatch, type Batch, type SignedBatch } from '#shared/protocol/batch.ts'
import { decodeBundle, encodeBundle, type Bundle } from '#shared/protocol/bundle.ts'
import { decodeCertificate, type DeviceCertificate, type SignedBytes } from '#shared/protocol/certificate.ts'
import type { PersonId, RecordId } from '#shared/records/ids.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { BookChange, CarriedBatch, Pending } from '#client/data/book/book.ts'
import { freeze, tailOf } from './compose.ts'
import type { ReplicaParts } from './identity.ts'
import { metaOf } from './meta.ts'
import { rowChange } from './rows.ts'
import { confirmedEvents } from './state.ts'

/** Why a bundle was not taken: of another book, of something this person does not read, damaged or not believed. */
export type BundleTrouble = 'notABundle' | 'otherBook' | 'notMine' | 'notBelieved'
export type Taken =
  { trouble: BundleTrouble } | { trouble: null; people: readonly PersonId[]; entries: number }

export const CERTIFICATES = 'certificates'

/**
 * [J1] Everything of a scope that the server may not have yet, this phone's own and what it carries, frozen because it leaves
 * this phone now, and own batches that speak of these records. Null while this phone has no certificate of its own.
 */
export async function makeBundle(
  parts: ReplicaParts,
  scope: ScopeId,
  records: readonly RecordId[],
): Promise<Uint8Array | null> {
  const { book, identity } = parts
  const known = (await metaOf<SignedBytes[]>(book, CERTIFICATES)) ?? []
  const own = known.find((one) => decodeCertificate(one.bytes)?.device === identity.device)
  if (!own) return null
  while ((await freeze(parts, scope)).length > 0);
  const { unanswered } = await tailOf(book, scope)
  const carried = await book.list('carried', [scope])
  const mine = (await book.list('batches', [scope])).filter(
    (batch) => unanswered.includes(batch.deviceSeq) || speaksOf(batch, records),
  )
  const devices = new Set([identity.device, ...carried.map(({ device }) => device)])
  const certificates = known.filter(({ bytes }) => devices.has(decodeCertificate(bytes)?.device ?? ''))
  const batches = [...carried, ...mine].map(({ bytes, signature }) => ({ bytes, signature }))
  return encodeBundle({ lineage: identity.lineage, scope, certificates, batches })
}

/**
 * [J2] Takes over what another phone handed here: believed when the server signed whose device it is and that device signed
 * each batch. What is here already changes nothing.
 */
export async function takeBundle(parts: ReplicaParts, bytes: Uint8Array): Promise<Taken> {
  const { book, identity, clock } = parts
  const bundle = decodeBundle(bytes)
  if (!bundle) return { trouble: 'notABundle' }
  if (bundle.lineage !== identity.lineage) return { trouble: 'otherBook' }
  if (!(await book.get('cursors', [bundle.scope]))) return { trouble: 'notMine' }
  const believed = await believedCertificates(parts, bundle)
  const fresh: { batch: Batch; carried: CarriedBatch }[] = []
  for (const signed of bundle.batches) {
    const batch = decodeBatch(signed.bytes)
    const maker = batch && believed.find(({ device }) => device === batch.device)
    if (!batch || !maker || batch.scope !== bundle.scope) return { trouble: 'notBelieved' }
    if (!(await parts.isSignedBy(maker.signKey, signed.signature, signed.bytes)))
      return { trouble: 'notBelieved' }
    const { scope, device, deviceSeq } = batch
    if (device === identity.device || (await book.get('carried', [scope, device, deviceSeq]))) continue
    const carried = {
      scope,
      device,
      deviceSeq,
      person: maker.person,
      ...signed,
      hash: digest(signed.bytes),
      takenAt: clock(),
    }
    fresh.push({ batch, carried })
  }
  const work = await workIn(parts, fresh)
  await book.commit([
    ...fresh.map(({ carried }): BookChange => ({ put: 'carried', value: carried })),
    ...work.map((value): BookChange => ({ put: 'pending', value })),
    { put: 'meta', value: { key: CERTIFICATES, value: await withCertificates(parts, bundle) } },
  ])
  await book.commit(await rowsOf(parts, work))
  const people = [...new Set(fresh.map(({ carried }) => carried.person))]
  return { trouble: null, people, entries: work.length }
}

async function believedCertificates(parts: ReplicaParts, bundle: Bundle): Promise<DeviceCertificate[]> {
  const believed: DeviceCertificate[] = []
  for (const { bytes, signature } of bundle.certificates) {
    const certificate = decodeCertificate(bytes)
    if (certificate?.lineage !== bundle.lineage || !(await parts.isFromServer(signature, bytes))) continue
    believed.push(certificate)
  }
  return believed
}

/** They go on with what is carried, when this phone hands it to the next. */
async function withCertificates({ book }: ReplicaParts, { certificates }: Bundle): Promise<SignedBytes[]> {
  const known = (await metaOf<SignedBytes[]>(book, CERTIFICATES)) ?? []
  const names = new Set(known.map(({ bytes }) => decodeCertificate(bytes)?.device))
  return [...known, ...certificates.filter(({ bytes }) => !names.has(decodeCertificate(bytes)?.device))]
}

async function workIn(
  { book }: ReplicaParts,
  fresh: readonly { batch: Batch; carried: CarriedBatch }[],
): Promise<Pending[]> {
  let n = (await book.list('pending')).at(-1)?.n ?? 0
  return fresh.flatMap(({ batch, carried: { scope, device, person, deviceSeq } }) =>
    batch.ops.map((op, place): Pending => {
      const { record, kind } = op
      const frozen = { deviceSeq, op: place }
      return { n: ++n, scope, record, kind, op, at: batch.claimedAt, frozen, from: { device, person } }
    }),
  )
}

async function rowsOf({ book, identity }: ReplicaParts, work: readonly Pending[]): Promise<BookChange[]> {
  const pending = await book.list('pending')
  const places = new Map(work.map(({ scope, record, kind }) => [record, { scope, record, kind }]))
  return Promise.all(
    [...places.values()].map(async (place) => {
      const confirmed = await confirmedEvents(book, place.scope, place.record)
      const document = await book.get('documents', [place.scope, place.record])
      return rowChange(book, identity, place, { confirmed, pending, document })
    }),
  )
}

function speaksOf({ bytes }: SignedBatch, records: readonly RecordId[]): boolean {
  return decodeBatch(bytes)?.ops.some(({ record }) => records.includes(record)) ?? false
}
