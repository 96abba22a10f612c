import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { FormNotices, readDone } from '~/components/admin/form-notices'
import { GrantForm } from '~/components/admin/grant-form'
import { PersonActs } from '~/components/admin/person-acts'
import { PersonFacts } from '~/components/admin/person-facts'
import { PersonGrants } from '~/components/admin/person-grants'
import { SentInvitation } from '~/components/admin/sent-invitation'
import { typedValues } from '~/components/admin/typed-values'
import { pageMeta } from '~/components/layout/page-meta'
import { Ladder } from '~/components/sanction/ladder'
import { ButtonLink } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { Section } from '~/components/ui/section'
import { grantRole } from '~/commands/grant-role.server'
import { renewInvitation } from '~/commands/renew-invitation.server'
import { revokeGrant } from '~/commands/revoke-grant.server'
import { AppError } from '~/domain/errors'
import { grantSchema, noFieldsSchema, revocationSchema } from '~/forms/administration'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { getPersonAdmin } from '~/queries/get-person-admin.server'
import { listGrantBodies } from '~/queries/list-admin-choices.server'
import { requireEntryId } from '~/server/http/entry-id.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

const INTENTS = ['grant', 'revoke', 'invite'] as const

const DONE = {
  grant: 'granted',
  revoke: 'revoked',
} as const

export const loader = guardedLoader(administrators, async ({ scope, params, url }) => {
  const person = await getPersonAdmin(scope, requireEntryId(params['id']))
  return {
    person,
    ...(await listGrantBodies(scope)),
    revoking: url.searchParams.get('revoke'),
    done: readDone(url),
  }
})

export const action = guardedAction(administrators, async ({ scope, form, params, url }) => {
  const personId = requireEntryId(params['id'])
  const intent = INTENTS.find((known) => known === form.get('intent'))
  if (!intent) throw new AppError('invalidInput', { field: 'intent' })
  const values = form.toObject()
  if (intent === 'invite') {
    const origin = scope.container.env.PUBLIC_URL ?? url.origin
    const result = await submitForm(noFieldsSchema, values, () =>
      renewInvitation(scope, { personId, origin }),
    )
    if (result.ok) {
      const { displayName, link, expiresAt } = result
      const invited = { personId, displayName, link, expiresAt }
      return data({ intent, returned: null, invited }, { status: 201 })
    }
    const { status, ...returned } = result
    return data({ intent, returned, invited: null }, { status })
  }
  const result =
    intent === 'grant'
      ? await submitForm(grantSchema(scope.now), values, (grant) =>
          grantRole(scope, { personId, grant }),
        )
      : await submitForm(revocationSchema, values, ({ grantId, revokeReason: reason }) =>
          revokeGrant(scope, { personId, grantId, reason }),
        )
  if (result.ok) throw redirect(paths.adminPerson(personId, { done: DONE[intent] }), 303)
  const { status, ...returned } = result
  return data({ intent, returned, invited: null }, { status })
})

export const meta = pageMeta<typeof loader>((t, loaded) => ({
  title: loaded?.person.displayName ?? t('admin.people.title'),
  unlisted: true,
}))

export default function Person() {
  const { t } = useTranslate()
  const { person, departments, studios, revoking, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.invited) return <SentInvitation invited={answer.invited} />

  const returned = answer?.returned ?? undefined
  const formOf = (intent: (typeof INTENTS)[number]) =>
    typedValues(answer?.intent === intent ? returned?.form : undefined, t)
  const open = person.status !== 'closed' && !person.viewerThemselves
  return (
    <AdminPage at="people" below title={person.displayName}>
      <FormNotices returned={returned} done={done} />
      <PersonFacts person={person} />
      {person.viewerThemselves && (
        <Notice kind="info">
          <p>{t('admin.person.yourself')}</p>
        </Notice>
      )}
      <PersonGrants
        person={person}
        revoking={
          answer?.intent === 'revoke' ? (returned?.form.values['grantId'] ?? null) : revoking
        }
        typed={formOf('revoke')}
      />
      {open && person.status === 'active' && (
        <GrantForm
          open={answer?.intent === 'grant' || person.inForce.length === 0}
          typed={formOf('grant')}
          departments={departments}
          studios={studios}
        />
      )}
      {open && (
        <Section
          id="sanctions"
          title={t('sanction.ladder.title')}
          more={{
            href: paths.newSanction({ person: person.id }),
            label: t('sanction.queue.propose'),
          }}
        >
          <Ladder entries={person.ladder} />
        </Section>
      )}
      {open && person.secondFactor === 'set' && (
        <div>
          <ButtonLink href={paths.adminSecondFactor(person.id)} variant="quiet">
            {t('account.reset.title')}
          </ButtonLink>
        </div>
      )}
      <PersonActs person={person} />
    </AdminPage>
  )
}
