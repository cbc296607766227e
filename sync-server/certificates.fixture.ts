import 'reflect-metadata' // @peculiar/x509 does not load without it
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const LONG_AGO = new Date(Date.UTC(2020, 0, 1))
const FAR_AWAY = new Date(Date.UTC(2050, 0, 1))

/** A certificate authority made on the spot; its private key is never written anywhere. */
export type Authority = {
  /** Its own certificate, PEM: what a browser or a client has to trust. */
  cert: string
  /** Issues a certificate for localhost. `cert` is the chain as a server sends it: its own first, the authority's next. */
  issue(notAfter: Date): Promise<{ cert: string; key: string }>
}

export async function newAuthority(): Promise<Authority> {
  const keys = await keyPair()
  const subject = 'CN=Cơ quan chứng thực để thử'
  const root = await X509CertificateGenerator.createSelfSigned({
    name: subject,
    keys,
    notBefore: LONG_AGO,
    notAfter: FAR_AWAY,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  })
  const cert = root.toString('pem')

  async function issue(notAfter: Date) {
    const own = await keyPair()
    const leaf = await X509CertificateGenerator.create({
      subject: 'CN=localhost',
      issuer: root.subject,
      publicKey: own.publicKey,
      signingKey: keys.privateKey,
      notBefore: LONG_AGO,
      notAfter,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }]),
        await AuthorityKeyIdentifierExtension.create(root),
      ],
    })
    return { cert: `${leaf.toString('pem')}\n${cert}\n`, key: await pemOf(own.privateKey) }
  }
  return { cert, issue }
}

const keyPair = () => crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
type Keys = Awaited<ReturnType<typeof keyPair>>

async function pemOf(key: Keys['privateKey']): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', key)).toString('base64')
  return `-----BEGIN PRIVATE KEY-----\n${der.replace(/(.{64})/g, '$1\n')}\n-----END PRIVATE KEY-----\n`
}
