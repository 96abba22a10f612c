import { describe, expect, it } from 'vitest'
import { saveSiteSettings } from '~/commands/save-site-settings.server'
import { getSiteSettings } from '~/queries/get-site-settings.server'
import { noticeSettings } from '~/server/settings.server'
import { makeActor } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const values = { burstSeconds: 60, mostADay: 3 }

describe('the settings of the site', () => {
  it('hold once an administrator has saved them, and stand in the trail', async () => {
    const admin = await makeActor(db(), [{ role: 'admin' }])
    await saveSiteSettings(site.scope(admin), { group: 'notices', version: 0, values })
    expect(await noticeSettings(db())).toEqual(values)
    const settings = await getSiteSettings(site.scope(admin))
    expect(settings.find(({ group }) => group === 'notices')).toMatchObject({ version: 1, values })
    const event = await db().auditEvent.findFirstOrThrow({ where: { action: 'setting.changed' } })
    expect(event.detail).toMatchObject({
      before: { burstSeconds: 300, mostADay: 5 },
      after: values,
    })
  })

  it('are not overwritten by who saw others, nor changed by who does not administer', async () => {
    const admin = await makeActor(db(), [{ role: 'admin' }])
    const moderator = await makeActor(db(), [{ role: 'moderator', duty: 'senior' }])
    const later = { group: 'notices', values: { ...values, mostADay: 9 } } as const
    await expect(
      saveSiteSettings(site.scope(admin), { ...later, version: 0 }),
    ).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      saveSiteSettings(site.scope(moderator), { ...later, version: 1 }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    expect(await noticeSettings(db())).toEqual(values)
    await saveSiteSettings(site.scope(admin), { ...later, version: 1 })
    expect(await noticeSettings(db())).toEqual(later.values)
  })
})
