import { LANGUAGE_NAMES, LANGUAGES } from '~/i18n/languages'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { BridgeMark } from './bridge-mark'
import { Kept } from './kept'
import styles from './site-footer.module.css'

/** What a government site says of itself at its foot; each where the settings give it. */
export interface SiteImprint {
  /** 主办单位 */
  sponsor?: string | null
  /** 承办单位 */
  operator?: string | null
  /** 联系电话 */
  telephone?: string | null
  /** 网站标识码 */
  siteCode?: string | null
  /** The whole entry, such as 京ICP备00000000号. */
  icp?: string | null
  /** The whole entry, such as 京公网安备 00000000000000号. */
  publicSecurity?: string | null
}

/** The foot of every page: who answers for the site, how to reach them, and the ways that belong on every page. */
export function SiteFooter(props: { here: string; imprint: SiteImprint }) {
  const { t } = useTranslate()
  return (
    <footer className={styles.footer}>
      <div className={styles.bar}>
        <Kept of={props.imprint} name="imprint" className={styles.about}>
          {() => <About imprint={props.imprint} />}
        </Kept>
        <Kept
          of={LANGUAGES}
          name={`foot-${props.here}`}
          as="nav"
          className={styles.ways}
          aria-label={t('layout.footer.label')}
        >
          {() => <Ways here={props.here} />}
        </Kept>
      </div>
    </footer>
  )
}

function Ways({ here }: { here: string }) {
  const { t, language } = useTranslate()
  return (
    <>
      <ul role="list" className={styles.row}>
        <li>
          <a href={paths.statistics()}>{t('layout.footer.statistics')}</a>
        </li>
        <li>
          <a href={paths.commitments()}>{t('layout.footer.commitments')}</a>
        </li>
        <li>
          <a href={paths.openness()}>{t('layout.footer.openness')}</a>
        </li>
        <li>
          <a href={paths.feeds()}>{t('feed.page.title')}</a>
        </li>
        <li>
          <a href={paths.privacy()}>{t('layout.footer.privacy')}</a>
        </li>
        <li>
          <a href={paths.accessibility()}>{t('layout.footer.accessibility')}</a>
        </li>
      </ul>
      <ul role="list" className={styles.row} aria-label={t('layout.preferences.language')}>
        {LANGUAGES.filter((each) => each !== language).map((each) => (
          <li key={each}>
            <a href={paths.preferences({ lang: each, back: here })} lang={each} hrefLang={each}>
              {LANGUAGE_NAMES[each]}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the site says of itself: the same on every page. */
function About({ imprint }: { imprint: SiteImprint }) {
  const { t } = useTranslate()
  const named = [
    { term: t('layout.footer.sponsor'), value: imprint.sponsor },
    { term: t('layout.footer.operator'), value: imprint.operator },
    { term: t('layout.footer.telephone'), value: imprint.telephone },
    { term: t('layout.footer.siteCode'), value: imprint.siteCode },
  ].filter(({ value }) => value)
  return (
    <>
      <div className={styles.site}>
        <p className={styles.name}>
          <BridgeMark className={styles.mark} />
          {t('common.siteName')}
        </p>
        <p className={styles.statement}>{t('layout.footer.statement')}</p>
      </div>
      <div className={styles.imprint}>
        {named.length > 0 && (
          <dl className={styles.facts}>
            {named.map(({ term, value }) => (
              <div key={term} className={styles.fact}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {(imprint.icp || imprint.publicSecurity) && (
          <p className={styles.records}>
            {imprint.icp && (
              <a href="https://beian.miit.gov.cn/" rel="noopener">
                {imprint.icp}
              </a>
            )}
            {imprint.publicSecurity && (
              <a href="https://beian.mps.gov.cn/" rel="noopener">
                {imprint.publicSecurity}
              </a>
            )}
          </p>
        )}
      </div>
    </>
  )
}
