import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addListedWords } from '~/commands/add-listed-words.server'
import { setListedWord } from '~/commands/set-listed-word.server'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { ScreeningTabs } from '~/components/screening/screening-tabs'
import { TrialReport } from '~/components/screening/trial-report'
import { WordForm } from '~/components/screening/word-form'
import { WordTable } from '~/components/screening/word-table'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { WORD_LISTS } from '~/domain/moderation/screening/asks'
import { wordsSchema } from '~/forms/screening'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { screeningKeepers } from '~/policies/screening'
import { listListedWords } from '~/queries/list-listed-words.server'
import { tryScreening } from '~/queries/try-screening.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { readRegisterQuery, readSearch } from '~/server/http/register-query.server'

export const loader = guardedLoader(screeningKeepers, async ({ scope, url }) => {
  const asked = url.searchParams.get('list')
  const list = WORD_LISTS.find((each) => each === asked) ?? 'hold'
  const query = { ...readRegisterQuery(url), list }
  const word = readSearch(url, 'trial')
  return {
    ...query,
    ...(await listListedWords(scope, query)),
    word,
    trial: word ? await tryScreening(scope, { words: [word] }) : null,
    done: url.searchParams.get('done') !== null,
  }
})

export const action = guardedAction(screeningKeepers, async ({ scope, form }) => {
  const result = await submitForm(wordsSchema, form.toObject(), (input) =>
    input.deed === 'add'
      ? addListedWords(scope, input)
      : setListedWord(scope, { id: input.id, active: input.deed === 'activate' }),
  )
  if (result.ok) {
    const list = WORD_LISTS.find((each) => each === form.get('list'))
    throw redirect(paths.screeningWords({ list, done: 'saved' }), 303)
  }
  return data({ returned: result.form }, { status: result.status })
})

export const meta = pageMeta((t) => ({ title: t('screening.words.title'), unlisted: true }))

export default function Words() {
  const { t } = useTranslate()
  const view = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()?.returned
  const { list, closed, q, words, nextAfter } = view
  const filter = { list, view: closed ? 'closed' : undefined, q }
  return (
    <Stack>
      <ScreeningTabs at="words" />
      <PageHeading title={t('screening.words.title')} lede={<p>{t('screening.words.lede')}</p>} />
      {view.done && !returned && <Notice kind="success" title={t('screening.saved')} live />}
      <WordForm returned={returned} list={list} trial={view.word} />
      {view.trial && <TrialReport result={view.trial} />}
      <WordTable words={words} list={list} closed={closed} q={q} />
      <Pager olderHref={nextAfter && paths.screeningWords({ ...filter, after: nextAfter })} />
    </Stack>
  )
}
