import type { PhoneBook } from '#client/data/book/book.ts'

export const metaOf = async <T>(book: PhoneBook, key: string): Promise<T | undefined> =>
  (await book.get('meta', [key]))?.value as T | undefined

/** What the server last told of how often a record's page was opened. */
export const openingsKey = (record: string): string => `openings ${record}`
