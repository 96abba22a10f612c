import { everybody } from '~/policies/access'
import { guardedLoader } from '~/server/http/guard.server'
import { useTranslate } from '~/i18n/use-translate'

export const loader = guardedLoader(everybody, ({ scope }) => {
  scope.pageTag('topics')
  return {}
})

export default function Home() {
  const { t } = useTranslate()
  return <h1>{t('common.siteName')}</h1>
}
