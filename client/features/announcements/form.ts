import type { Picture } from '#shared/records/attachment.ts'
import type { Notice } from '#shared/records/announcement.ts'

/** What is typed; empty lines mean that nothing is said about it. `record` and `slug` stay the same when tried again. */
export type NoticeForm = {
  record: string
  slug: string
  title: string
  body: string
  when: string
  where: string
  /** Last day it stands; absent in forms kept by earlier versions. */
  until?: string
  /** For members only: no link, no page. */
  forMembers?: boolean
  /** Its bytes lie on this phone already. */
  picture?: Picture
}

export const LONGEST = { title: 120, body: 4000, where: 160 } as const

export const formKey = (unit: string, record: string | undefined): string =>
  `announcement:${unit}:${record ?? 'new'}`

export function noticeFrom(form: NoticeForm): Notice {
  const { title, body, when, where, until = '', picture } = form
  return {
    title: title.trim(),
    body: body.trim(),
    ...(when === '' ? {} : { when }),
    ...(where.trim() === '' ? {} : { where: where.trim() }),
    ...(until === '' ? {} : { until }),
    ...(picture ? { picture: described(picture) } : {}),
  }
}

export const isBegun = (form: NoticeForm): boolean =>
  form.title.trim() !== '' || form.body.trim() !== '' || form.picture !== undefined

/** Words left empty are no words. */
function described({ alt = '', ...picture }: Picture): Picture {
  return { ...picture, ...(alt.trim() === '' ? {} : { alt: alt.trim() }) }
}
