import { RegisterSearch } from '~/components/admin/register-search'
import { Button } from '~/components/ui/button'
import { DataTable } from '~/components/ui/data-table'
import { DateTime } from '~/components/ui/date-time'
import { TextField } from '~/components/ui/field'
import { LinkTabs } from '~/components/ui/link-tabs'
import { PostForm } from '~/components/ui/post-form'
import { WORD_LISTS, type WordList } from '~/domain/moderation/screening/asks'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { ListedWordEntry } from '~/queries/list-listed-words.server'

/** A list's words, or those that were searched for, each to be taken out of use or put back. */
export function WordTable(props: {
  words: readonly ListedWordEntry[]
  list: WordList
  closed: boolean
  q: string
}) {
  const { t } = useTranslate()
  const { words, list, closed, q } = props
  const view = closed ? 'closed' : undefined
  return (
    <>
      <LinkTabs
        tabs={WORD_LISTS.map((each) => ({
          href: paths.screeningWords({ list: each, view }),
          label: t(`screening.list.${each}`),
          current: each === list && q === '',
        }))}
      />
      <RegisterSearch
        action={paths.screeningWords()}
        allHref={q ? paths.screeningWords({ list, view }) : null}
      >
        <input type="hidden" name="list" value={list} />
        {view && <input type="hidden" name="view" value={view} />}
        <TextField
          name="q"
          type="search"
          label={t('screening.words.search')}
          defaultValue={q}
          maxLength={40}
          autoComplete="off"
        />
      </RegisterSearch>
      <p>
        <a href={paths.screeningWords({ list, q, view: closed ? undefined : 'closed' })}>
          {t(closed ? 'screening.words.showActive' : 'screening.words.showClosed')}
        </a>
      </p>
      <DataTable
        caption={t(`screening.list.${list}`)}
        captionHidden
        rows={words}
        rowKey={({ id }) => id}
        empty={t('screening.words.none')}
        columns={[
          {
            id: 'word',
            header: t('screening.words.word'),
            rowHeader: true,
            cell: ({ word }) => word,
          },
          {
            id: 'list',
            header: t('screening.words.list'),
            cell: (word) => t(`screening.list.${word.list}`),
          },
          { id: 'note', header: t('screening.words.note'), cell: ({ note }) => note },
          {
            id: 'at',
            header: t('screening.words.at'),
            cell: ({ createdAt }) => <DateTime value={createdAt} show="day" />,
          },
          {
            id: 'deed',
            header: t('screening.rules.deed'),
            cell: ({ id, word }) => (
              <PostForm>
                <input type="hidden" name="deed" value={closed ? 'activate' : 'deactivate'} />
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="list" value={list} />
                <Button variant="quiet">
                  {t(closed ? 'screening.words.activate' : 'screening.words.deactivate')}
                  <span className="visually-hidden">{word}</span>
                </Button>
              </PostForm>
            ),
          },
        ]}
      />
    </>
  )
}
