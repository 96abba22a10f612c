import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { FormNotices } from '~/components/admin/form-notices'
import { GrantFields } from '~/components/admin/grant-fields'
import { SaveActions } from '~/components/admin/save-actions'
import { SentInvitation } from '~/components/admin/sent-invitation'
import { typedValues } from '~/components/admin/typed-values'
import { pageMeta } from '~/components/layout/page-meta'
import { Fields, SelectField, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { Section } from '~/components/ui/section'
import { invitePerson } from '~/commands/invite-person.server'
import { invitationSchema } from '~/forms/administration'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { listDistrictChoices, listGrantBodies } from '~/queries/list-admin-choices.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(administrators, async ({ scope }) => ({
  ...(await listGrantBodies(scope)),
  districts: await listDistrictChoices(scope),
}))

export const action = guardedAction(administrators, async ({ scope, form, url }) => {
  const result = await submitForm(invitationSchema(scope.now), form.toObject(), (input) =>
    invitePerson(scope, { ...input, origin: scope.container.env.PUBLIC_URL ?? url.origin }),
  )
  if (!result.ok) {
    const { status, ...returned } = result
    return data({ returned, invited: null }, { status })
  }
  // The link is shown on this answer alone: it must stand in no address and in no history.
  const { personId, displayName, link, expiresAt } = result
  return data(
    { returned: null, invited: { personId, displayName, link, expiresAt } },
    { status: 201 },
  )
})

export const meta = pageMeta((t) => ({ title: t('admin.invite.title'), unlisted: true }))

export default function NewPerson() {
  const { t } = useTranslate()
  const { departments, studios, districts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.invited) return <SentInvitation invited={answer.invited} />

  const returned = answer?.returned ?? undefined
  const typed = typedValues(returned?.form, t)
  return (
    <AdminPage at="people" below title={t('admin.invite.title')} lede={t('admin.invite.lede')}>
      <FormNotices returned={returned} />
      <PostForm autoComplete="off">
        <Section id="person" title={t('admin.invite.person')}>
          <Fields>
            <TextField
              name="displayName"
              label={t('admin.invite.displayName')}
              hint={t('admin.invite.displayName.hint')}
              width="short"
              defaultValue={typed.value('displayName')}
              error={typed.errors('displayName')}
            />
            <TextField
              name="phone"
              type="tel"
              label={t('admin.invite.phone')}
              hint={t('admin.invite.phone.hint')}
              width="short"
              defaultValue={typed.value('phone')}
              error={typed.errors('phone')}
            />
            <SelectField
              name="districtId"
              label={t('admin.field.district')}
              optional
              options={[
                { value: '', label: t('admin.field.district.none') },
                ...districts.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              defaultValue={typed.value('districtId')}
              error={typed.errors('districtId')}
            />
          </Fields>
        </Section>
        <Section
          id="grant"
          title={t('admin.invite.firstGrant')}
          lede={t('admin.invite.firstGrant.lede')}
        >
          <Fields>
            <GrantFields typed={typed} departments={departments} studios={studios} />
            <SaveActions backHref={paths.adminPeople()} save={t('admin.invite.submit')} />
          </Fields>
        </Section>
      </PostForm>
    </AdminPage>
  )
}
