import { DateTime } from '~/components/ui/date-time'
import { MetaLine, RuledItem } from '~/components/ui/ruled-list'
import { classNames } from '~/components/ui/class-names'
import { noonOf } from '~/domain/shared/day'
import { formatDate } from '~/domain/shared/shanghai-time'
import { noticeWords } from '~/i18n/notice-words'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { NoticeView } from '~/queries/list-notices.server'
import styles from './notice-item.module.css'

/** One notice: a sentence that leads to what it tells of. What is new says so in a word and by a mark. */
export function NoticeItem({ notice }: { notice: NoticeView }) {
  const { t, language } = useTranslate()
  return (
    <RuledItem>
      <div className={classNames(styles.notice, !notice.read && styles.new)}>
        <p className={styles.words}>
          <a href={paths.openNotice(notice.id)}>
            {!notice.read && <span className="visually-hidden">{t('notice.list.unread')} </span>}
            {noticeWords(t, notice, (day) => formatDate(noonOf(day), language))}
          </a>
        </p>
        <MetaLine>
          <DateTime value={notice.at} />
          {notice.own && <span className={styles.own}>{t('notice.list.own')}</span>}
        </MetaLine>
      </div>
    </RuledItem>
  )
}
