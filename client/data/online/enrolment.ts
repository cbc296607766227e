import { toBase64UrlEncoded } from 'lib0/buffer'
import { checkCode, claimProof } from '#shared/protocol/check-code.ts'
import { LINK_SECRET, readLink } from '#shared/protocol/link.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import type { PhoneBook } from '#client/data/book/book.ts'
import type { ClaimView, OnlineDone } from '#client/data/commands.ts'
import { fingerprintOf, makeDeviceKeys, signerOf, type DeviceKeys } from '#client/data/keys.ts'
import { newId } from '#client/data/random.ts'
import type { Identity } from '#client/data/replica/identity.ts'
import { metaOf } from '#client/data/replica/meta.ts'
import { ask } from './ask.ts'

/** What a server answers when it lets this phone in. */
type Admission = { token: string; device: string; person: string; lineage: string; serverKey: string }
type Claim = {
  secret: string
  fingerprint: string
  device: string
  keys: DeviceKeys
  label: string
  waitToken?: string
  /** What the screen showed, so that it shows it again when the phone was closed meanwhile. */
  shown?: ClaimView
}

const refused = (refusal: Refusal) => ({ ok: false as const, refusal })

/** The set-up link: founds the commune, and this phone is its first officer's. */
export async function setUp(
  book: PhoneBook,
  secret: string,
  names: { communeName: string; officerName: string },
): Promise<OnlineDone> {
  if (!LINK_SECRET.test(secret)) return refused('codeUnknown')
  const claim = await claimFor(book, secret, '')
  const { device, label, keys } = claim
  const { signKey, agreeKey } = keys
  const founding = { commune: newId(), officer: newId(), device, signKey, agreeKey, label, ...names }
  const earlier = await metaOf<typeof founding>(book, 'founding')
  // One begun with another link carries keys this phone no longer has: the commune would be nobody's.
  const asked = { ...(earlier?.device === device ? earlier : founding), ...names }
  await book.commit([{ put: 'meta', value: { key: 'founding', value: asked } }])
  const answer = await ask<Admission>(undefined, {
    method: 'POST',
    path: '/setup',
    body: { secret, founding: asked },
  })
  return answer.ok ? letIn(book, claim, answer) : answer
}

/** Opens an enrolment link's secret with this phone's own keys. Asking again after a lost answer is the same claim. */
export async function claim(book: PhoneBook, secretAndFingerprint: string) {
  const link = readLink(secretAndFingerprint)
  if (!link) return refused('codeUnknown')
  const { secret } = link
  const mine = await claimFor(book, secret, link.fingerprint ?? '')
  const { device, label, keys } = mine
  const { signKey, agreeKey } = keys
  const proof = toBase64UrlEncoded(await signerOf(keys)(claimProof({ secret, device, signKey, agreeKey })))
  const body = { secret, device, signKey, agreeKey, label, proof }
  type Answer = Omit<ClaimView, 'checkCode'> & { waitToken: string }
  const answer = await ask<Answer>(undefined, { method: 'POST', path: '/enrolments/claim', body })
  if (!answer.ok) return answer
  const { waitToken, personName, unitName, needsConfirmation, slip } = answer
  // The digits are computed here from what this phone itself sent: a server in between could not change them.
  const known = slip ? (waitToken.split('.')[0] ?? '') : secret
  const shown = {
    ...{ checkCode: checkCode(known, { signKey, agreeKey }), personName, unitName, needsConfirmation, slip },
  }
  await book.commit([{ put: 'meta', value: { key: 'claim', value: { ...mine, waitToken, shown } } }])
  return { ok: true as const, ...shown }
}

/** What this phone waits for since before it was closed. */
export async function waitingHere(book: PhoneBook): Promise<ClaimView | null> {
  return (await metaOf<Claim>(book, 'claim'))?.shown ?? null
}

/** Waits for the inviter's word, as often as the server's patience ends. */
export async function awaitConfirmation(book: PhoneBook, signal: AbortSignal): Promise<OnlineDone> {
  const mine = await metaOf<Claim>(book, 'claim')
  if (!mine?.waitToken) return refused('codeUnknown')
  while (!signal.aborted) {
    const body = { waitToken: mine.waitToken }
    const answer = await ask<{ admission: Admission | null }>(undefined, {
      method: 'POST',
      path: '/enrolments/await',
      body,
      signal,
    })
    if (!answer.ok) return ended(book, answer)
    if (answer.admission) return letIn(book, mine, answer.admission)
  }
  return { ok: false, offline: true }
}

/** The inviter's side: waits until the other phone has opened the link, and computes the digits himself. */
export async function awaitClaim(
  token: string | undefined,
  enrolment: string,
  secret: string,
  signal: AbortSignal,
) {
  type Answer = { phone: { signKey: string; agreeKey: string; label: string } | null }
  while (!signal.aborted) {
    const answer = await ask<Answer>(token, { method: 'GET', path: `/enrolments/${enrolment}/claim`, signal })
    if (!answer.ok) return answer
    if (answer.phone)
      return { ok: true as const, checkCode: checkCode(secret, answer.phone), label: answer.phone.label }
  }
  return { ok: false as const, offline: true as const }
}

/** Whoever was told no waits no longer; the next start begins anew. */
async function ended<T extends OnlineDone>(book: PhoneBook, answer: T): Promise<T> {
  if ('refusal' in answer) await book.commit([{ drop: 'meta', key: ['claim'] }])
  return answer
}

async function claimFor(book: PhoneBook, secret: string, fingerprint: string): Promise<Claim> {
  const known = await metaOf<Claim>(book, 'claim')
  if (known?.secret === secret) return known
  const fresh = {
    secret,
    fingerprint,
    device: newId(),
    keys: await makeDeviceKeys(),
    label: labelOfThisPhone(),
  }
  await book.commit([{ put: 'meta', value: { key: 'claim', value: fresh } }])
  return fresh
}

async function letIn(book: PhoneBook, mine: Claim, admission: Admission): Promise<OnlineDone> {
  const { token, device, person, lineage, serverKey } = admission
  if (device !== mine.device) return refused('codeUnknown')
  // The link names the server's key: another server in between is not believed.
  if (mine.fingerprint !== '' && (await fingerprintOf(serverKey)) !== mine.fingerprint)
    return refused('badSignature')
  // Two people's words in one book would be told apart by nobody.
  const before = await metaOf<Identity>(book, 'identity')
  if (before && before.person !== person) return ended(book, refused('otherPersonHere'))
  const identity = { device, person, lineage, serverKey, enrolledAt: Date.now() }
  await book.commit([
    { put: 'meta', value: { key: 'identity', value: identity } },
    { put: 'meta', value: { key: 'keys', value: mine.keys } },
    { put: 'meta', value: { key: 'token', value: token } },
    { drop: 'meta', key: ['claim'] },
    { drop: 'meta', key: ['founding'] },
  ])
  return { ok: true }
}

/** What a person recognises his phone by in the list; nothing that identifies the device beyond that. */
function labelOfThisPhone(): string {
  const agent = navigator.userAgent
  const model = /Android [^;)]*; ([^;)]+?)(?: Build|\))/u.exec(agent)?.[1]
  const kind = /iPhone/u.test(agent)
    ? 'iPhone'
    : /Android/u.test(agent)
      ? 'Android'
      : /Windows/u.test(agent)
        ? 'Windows'
        : 'Máy tính'
  return (model && model !== 'K' ? model : kind).slice(0, 60)
}
