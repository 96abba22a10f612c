import type { Db } from '~/server/db/database.server'

/** The body of the text message that was written last to a number. */
export async function lastText(db: Db, phone: string): Promise<string | undefined> {
  const message = await db.textMessage.findFirst({ where: { phone }, orderBy: { id: 'desc' } })
  return message?.body
}

/** The six digits in it; undefined when it holds none. */
export async function lastCode(db: Db, phone: string): Promise<string | undefined> {
  return (await lastText(db, phone))?.match(/(?<!\d)\d{6}(?!\d)/)?.[0]
}
