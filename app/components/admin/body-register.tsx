import type { ReactNode } from 'react'
import { LinkTabs } from '~/components/ui/link-tabs'
import { EmptyState } from '~/components/ui/empty-state'
import { TextField } from '~/components/ui/field'
import { Pager } from '~/components/ui/pager'
import { useTranslate } from '~/i18n/use-translate'
import { RegisterSearch } from './register-search'

/** What the address of a register of bodies says. */
export interface RegisterQuery {
  view?: string
  q?: string
  after?: string
}

/** A register of bodies: those in use or not, a search by name, the entries, and what to do when there are none. */
export function BodyRegister(props: {
  href: (query: RegisterQuery) => string
  closed: boolean
  q: string
  nextAfter: string | null
  first: boolean
  count: number
  /** Nothing is entered at all. */
  none: { title: string; text: string; closed: string; action: ReactNode }
  children: ReactNode
}) {
  const { t } = useTranslate()
  const { href, closed, q, none } = props
  const view = closed ? 'closed' : undefined
  return (
    <>
      <LinkTabs
        tabs={[
          { href: href({}), label: t('admin.register.current'), current: !closed },
          { href: href({ view: 'closed' }), label: t('admin.register.closed'), current: closed },
        ]}
      />
      <RegisterSearch action={href({})} allHref={q ? href({ view }) : null}>
        {view && <input type="hidden" name="view" value={view} />}
        <TextField
          name="q"
          type="search"
          label={t('admin.register.q')}
          defaultValue={q}
          maxLength={40}
          autoComplete="off"
        />
      </RegisterSearch>
      {props.count > 0 ? (
        props.children
      ) : q ? (
        <EmptyState title={t('admin.register.notFound.title', { q })}>
          {t('admin.register.notFound.text')}
        </EmptyState>
      ) : closed ? (
        <EmptyState title={none.closed} />
      ) : (
        <EmptyState title={none.title} action={none.action}>
          {none.text}
        </EmptyState>
      )}
      <Pager
        newerHref={props.first ? null : href({ view, q })}
        newerLabel={t('admin.first')}
        olderHref={props.nextAfter && href({ view, q, after: props.nextAfter })}
        olderLabel={t('admin.next')}
      />
    </>
  )
}
