import { AppError } from '~/domain/errors'

/** What the ids and codes of entries are made of: anything else is at no address. */
const ENTRY_ID = /^[0-9A-Za-z_-]{1,40}$/

/** The id of an entry in an address. @throws AppError notFound for what can be none */
export function requireEntryId(param: string | undefined): string {
  if (param === undefined || !ENTRY_ID.test(param)) throw new AppError('notFound')
  return param
}

/**
 * The entry that a register's form is about: the one in the address, or with none there a new one.
 * @throws AppError notFound for what can be none
 */
export function entryOfForm(url: URL, ofNew: string): string {
  return requireEntryId(url.searchParams.get('edit') ?? ofNew)
}
