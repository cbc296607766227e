import { X509Certificate } from 'node:crypto'

const DAY = 24 * 60 * 60 * 1000
const EARLY = 14

/** A line for the operator when the certificate ends within 14 days or has ended, else null. */
export function certificateWarning(pem: string | Uint8Array, now: number): string | null {
  const ends = Date.parse(new X509Certificate(pem).validTo)
  const days = Math.floor((ends - now) / DAY)
  if (days > EARLY) return null
  const day = new Date(ends).toISOString().slice(0, 10)
  return days < 0
    ? `CHỨNG CHỈ TLS ĐÃ HẾT HẠN (${day}): điện thoại không vào được nữa. / The certificate has ended.`
    : `Chứng chỉ TLS còn ${days} ngày (đến ${day}): hãy thay ngay. / The certificate ends in ${days} days.`
}
