import { useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { PeopleList } from '~/components/admin/people-list'
import { RegisterSearch } from '~/components/admin/register-search'
import { pageMeta } from '~/components/layout/page-meta'
import { ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { SelectField, TextField } from '~/components/ui/field'
import { Pager } from '~/components/ui/pager'
import { useTranslate } from '~/i18n/use-translate'
import type { Translate } from '~/i18n/translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { listPeople, PEOPLE_GROUPS, type PeopleGroup } from '~/queries/list-people.server'
import { guardedLoader } from '~/server/http/guard.server'
import { readSearch } from '~/server/http/register-query.server'

export const loader = guardedLoader(administrators, async ({ scope, url }) => {
  const q = readSearch(url, 'q')
  const group = PEOPLE_GROUPS.find((known) => known === url.searchParams.get('group'))
  const after = url.searchParams.get('after') ?? undefined
  const page = await listPeople(scope, { q, group, after })
  return { ...page, q, group: group ?? null, groups: PEOPLE_GROUPS, first: after === undefined }
})

export const meta = pageMeta((t) => ({ title: t('admin.people.title'), unlisted: true }))

export default function People() {
  const { t } = useTranslate()
  const { people, nextAfter, byPhone, q, group, groups, first } = useLoaderData<typeof loader>()
  const filtered = q !== '' || group !== null
  const query = { q, group: group ?? undefined }
  return (
    <AdminPage
      at="people"
      title={t('admin.people.title')}
      lede={t('admin.people.lede')}
      actions={<ButtonLink href={paths.adminPersonNew()}>{t('admin.people.invite')}</ButtonLink>}
    >
      <RegisterSearch action={paths.adminPeople()} allHref={filtered ? paths.adminPeople() : null}>
        <TextField
          name="q"
          type="search"
          label={t('admin.people.q')}
          defaultValue={q}
          maxLength={40}
          autoComplete="off"
        />
        <SelectField
          name="group"
          label={t('admin.people.group')}
          defaultValue={group ?? ''}
          options={[
            { value: '', label: t('admin.people.group.any') },
            ...groups.map((each) => ({ value: each, label: groupLabel(each, t) })),
          ]}
        />
      </RegisterSearch>
      {people.length > 0 ? (
        <PeopleList people={people} />
      ) : (
        <NobodyFound phone={byPhone} name={q !== ''} group={group !== null} />
      )}
      <Pager
        newerHref={first ? null : paths.adminPeople(query)}
        newerLabel={t('admin.first')}
        olderHref={nextAfter && paths.adminPeople({ ...query, after: nextAfter })}
        olderLabel={t('admin.next')}
      />
    </AdminPage>
  )
}

function groupLabel(group: PeopleGroup, t: Translate): string {
  return group === 'suspended' || group === 'invited' || group === 'withoutSecondFactor'
    ? t(`admin.people.group.${group}`)
    : t(`role.${group}`)
}

function NobodyFound(props: { phone: boolean; name: boolean; group: boolean }) {
  const { t } = useTranslate()
  const invite = (
    <ButtonLink variant="secondary" href={paths.adminPersonNew()}>
      {t('admin.people.invite')}
    </ButtonLink>
  )
  if (!props.name && !props.group) {
    return (
      <EmptyState title={t('admin.people.none.all.title')} action={invite}>
        {t('admin.people.none.all.text')}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t('admin.people.none.title')} action={props.phone ? invite : undefined}>
      {props.phone
        ? t('admin.people.none.phone')
        : t(props.name ? 'admin.people.none.name' : 'admin.people.none.group')}
    </EmptyState>
  )
}
