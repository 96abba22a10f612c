import type { Db } from '~/server/db/database.server'
import type { Transaction } from '~/server/transact.server'

// 禁止重新注册. Of the telephone number nothing is kept but the keyed hash under which numbers are looked up.

/** Keeps the number of a person out, for good. */
export async function barNumber(
  tx: Transaction,
  sanctionId: string,
  personId: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO "barred_numbers" ("sanctionId", "phoneHash")
     SELECT $1, d."phoneHash" FROM "person_details" d WHERE d."personId" = $2
     ON CONFLICT DO NOTHING`,
    [sanctionId, personId],
  )
}

/**
 * Before an account is erased by its owner: keeps its number out as long as what is in force would have lasted, so
 * that closing the account is no way around it. 关闭 itself does not keep anybody from registering again.
 */
export async function keepNumberOut(
  tx: Transaction,
  personId: string,
  phoneHash: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO "barred_numbers" ("sanctionId", "phoneHash", "until")
     SELECT s."id", $2, s."until" FROM "sanctions" s
      WHERE s."personId" = $1 AND s."status" = 'active' AND s."step" IN ('limited', 'suspended', 'barred')
        AND (s."until" IS NULL OR s."until" > $3)
     ON CONFLICT DO NOTHING`,
    [personId, phoneHash, tx.now],
  )
}

/** Lets go of the numbers that a sanction kept out. */
export async function releaseNumbers(tx: Transaction, sanctionId: string): Promise<void> {
  await tx.db.barredNumber.deleteMany({ where: { sanctionId } })
}

/** Whether a number may open no account at present, other than that of a person who has one. */
export async function isBarredNumber(
  db: Pick<Db, 'barredNumber'>,
  phoneHash: string,
  now: Date,
): Promise<boolean> {
  const barred = await db.barredNumber.findFirst({
    where: { phoneHash, OR: [{ until: null }, { until: { gt: now } }] },
    select: { sanctionId: true },
  })
  return barred !== null
}
