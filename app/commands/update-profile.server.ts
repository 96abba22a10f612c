import type { Language } from '~/i18n/languages'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { touchPagesNaming } from './touch-pages-naming.server'
import { requireOwner } from './own-account.server'

export interface Profile {
  displayName: string
  districtId: string | null
  textMessages: boolean
  language: Language
}

/** Changes what the viewer's account says of them. Pages that show the name are dropped. */
export async function updateProfile(scope: Scope, profile: Profile): Promise<void> {
  const { personId } = requireOwner(scope)
  await transact(scope, async (tx) => {
    const before = await tx.db.person.findUniqueOrThrow({
      where: { id: personId },
      select: { displayName: true, districtId: true, textMessages: true, language: true },
    })
    const changed = (Object.keys(before) as Array<keyof Profile>).filter(
      (name) => before[name] !== profile[name],
    )
    if (changed.length === 0) return
    await tx.db.person.update({
      where: { id: personId },
      data: { ...profile, version: { increment: 1 } },
    })
    const renamed = before.displayName !== profile.displayName
    tx.audit({
      action: 'person.profileChanged',
      objectType: 'person',
      objectId: personId,
      detail: { changed },
      personal: renamed
        ? {
            personId,
            values: { nameBefore: before.displayName, nameAfter: profile.displayName },
          }
        : undefined,
    })
    if (renamed) await touchPagesNaming(tx, personId)
  })
}
