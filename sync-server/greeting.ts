import { renderUnicodeCompact } from 'uqr'
import { localUrl, phonesCanCome, type Config } from './config.ts'

/** What stands on the operator's screen after the start. */
export function greeting(config: Config, links: { setUp: string | null; demo: readonly DemoLink[] }): string {
  const base = phonesCanCome(config) && config.publicUrl ? config.publicUrl : localUrl(config)
  return [
    `Sổ Chi bộ: ${base}`,
    ...(phonesCanCome(config) ? [] : [...noPhones(config), '']),
    ...(links.setUp === null ? [] : setUpLines(`${base}/setup#${links.setUp}`, phonesCanCome(config))),
    ...links.demo.flatMap(({ who, secret }) => [`${who}:`, `  ${base}/enrol#${secret}`]),
  ].join('\n')
}

/** A fresh link, one use, for one of the made-up people. */
export type DemoLink = { who: string; secret: string }

function noPhones({ publicUrl, tls, host }: Config): string[] {
  const here = host === '127.0.0.1'
  return [
    here
      ? 'Chỉ máy tính này mở được. / Only this computer can open it.'
      : 'Điện thoại chưa vào được. / Phones cannot get in yet.',
    publicUrl === null
      ? `Điện thoại cần địa chỉ https: hãy đặt PUBLIC_URL${tls ? '' : ' (và TLS_CERT, TLS_KEY hoặc một proxy)'}, xem docs/operating.md.`
      : `Điện thoại cần địa chỉ https mà chúng đến được; PUBLIC_URL đang là ${publicUrl}.`,
  ]
}

function setUpLines(link: string, withQr: boolean): string[] {
  return [
    'Thiết lập lần đầu, dùng một lần, không đưa cho ai khác: / First set-up, one use, keep it to yourself:',
    `  ${link}`,
    ...(withQr ? [renderUnicodeCompact(link)] : []),
  ]
}
