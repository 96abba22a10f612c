import { Notice } from '~/components/ui/notice'
import { useTranslate } from '~/i18n/use-translate'

/** What came of the form that led back to a matter's page. */
export function DeskDone({ done }: { done: string | null }) {
  const { t } = useTranslate()
  const saved = /^saved-(\d{1,5})$/.exec(done ?? '')
  const words = saved
    ? t('desk.done.saved', { n: Number(saved[1]) })
    : done === 'acknowledged' ||
        done === 'submitted' ||
        done === 'published' ||
        done === 'returned' ||
        done === 'assigned' ||
        done === 'reopened' ||
        done === 'followedUp'
      ? t(`desk.done.${done}`)
      : done === 'promiseMarked' || done === 'promiseRemoved'
        ? t(done === 'promiseMarked' ? 'promise.done.marked' : 'promise.done.removed')
        : done && isAnswerDone(done)
          ? t(`answer.done.${done}`)
          : null
  return words && <Notice kind="success" title={words} live />
}

const ANSWER_DONE = [
  'scheduled',
  'takenBack',
  'correcting',
  'abandoned',
  'contributed',
  'finished',
] as const

function isAnswerDone(done: string): done is (typeof ANSWER_DONE)[number] {
  return ANSWER_DONE.some((known) => known === done)
}
