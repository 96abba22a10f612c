import { LANGUAGE_NAMES, LANGUAGES } from '~/i18n/languages'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { BridgeMark } from './bridge-mark'
import { Kept } from './kept'
import { THEMES, type ReadingMode } from '~/domain/shared/reading-mode'
import styles from './site-header.module.css'

/** The places where staff work, in the order in which the header names them. */
export const STAFF_AREAS = ['moderation', 'desk', 'studio', 'admin', 'audit'] as const

export type StaffArea = (typeof STAFF_AREAS)[number]

const STAFF_PATHS: Record<StaffArea, string> = {
  moderation: paths.moderation(),
  desk: paths.desk(),
  studio: paths.studioDesk(),
  admin: paths.admin(),
  audit: paths.audit(),
}

export interface SiteHeaderProps {
  /** Path and query of the page: marks where the reader is, and where switches and sign-in lead back to. */
  here: string
  mode: ReadingMode
  /** Who is signed in. */
  account?: { name: string; /** Notices not read. */ unread: number } | null
  /** The areas this person may enter; with what waits there, where that is known. */
  staff?: readonly { area: StaffArea; waiting?: number }[]
}

const WAYS = [
  { name: 'home', href: paths.home() },
  { name: 'topics', href: paths.topics() },
  { name: 'studios', href: paths.studios() },
  { name: 'search', href: paths.search() },
] as const

/** `page` on the page itself, `true` on those below it. */
function currentness(here: string, href: string): 'page' | 'true' | undefined {
  const path = here.split(/[?#]/, 1)[0] ?? here
  if (path === href) return 'page'
  return href !== '/' && path.startsWith(`${href}/`) ? 'true' : undefined
}

/** The head of every page: name, ways, the reader's account and how they like to read. Plain links, no script. */
export function SiteHeader({ here, mode, account, staff = [] }: SiteHeaderProps) {
  const { t } = useTranslate()
  const at = WAYS.map(({ href }) => currentness(here, href) ?? 'no').join('-')
  const areas = STAFF_AREAS.flatMap((area) => staff.filter((entry) => entry.area === area))
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <a className={styles.name} href={paths.home()}>
          <BridgeMark className={styles.mark} />
          {t('common.siteName')}
        </a>
        <Kept
          of={WAYS}
          name={`ways-${at}`}
          as="nav"
          className={styles.ways}
          aria-label={t('layout.nav.label')}
        >
          {() => <Ways here={here} />}
        </Kept>
        <div className={styles.personal} data-print="no">
          <a
            className={styles.quiet}
            href={paths.preferences({ elder: mode.elder ? '0' : '1', back: here })}
          >
            {t(mode.elder ? 'theme.elder.off' : 'theme.elder.on')}
          </a>
          <Kept
            of={THEMES}
            name={`preferences-${mode.theme}-${here}`}
            as="details"
            className={styles.preferences}
          >
            {() => <Preferences here={here} mode={mode} />}
          </Kept>
          {account && <Bell unread={account.unread} here={here} />}
          {account ? (
            <a
              className={styles.account}
              href={paths.me()}
              aria-label={t('layout.account.of', { name: account.name })}
            >
              {account.name}
            </a>
          ) : (
            <a className={styles.account} href={paths.signIn(here)}>
              {t('layout.account.signIn')}
            </a>
          )}
        </div>
      </div>
      {areas.length > 0 && (
        <nav className={styles.staff} aria-label={t('layout.staff.label')}>
          <div className={styles.staffBar}>
            <span className={styles.staffLabel} aria-hidden="true">
              {t('layout.staff.label')}
            </span>
            <ul role="list" className={styles.row}>
              {areas.map(({ area, waiting }) => (
                <li key={area}>
                  <a
                    className={styles.way}
                    href={STAFF_PATHS[area]}
                    aria-current={currentness(here, STAFF_PATHS[area])}
                  >
                    {t(`layout.staff.${area}`)}
                    {waiting !== undefined && waiting > 0 && (
                      <span className={styles.waiting}>
                        <span aria-hidden="true">{waiting}</span>
                        <span className="visually-hidden">
                          {t('layout.staff.waiting', { n: waiting })}
                        </span>
                      </span>
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </nav>
      )}
    </header>
  )
}

function Ways({ here }: { here: string }) {
  const { t } = useTranslate()
  return (
    <ul role="list" className={styles.row}>
      {WAYS.map(({ name, href }) => (
        <li key={name}>
          <a className={styles.way} href={href} aria-current={currentness(here, href)}>
            {t(`layout.nav.${name}`)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** More than two figures do not fit the mark; the notices' page counts on. */
const MOST_SHOWN = 99

/** The way to the reader's notices, with how many are new. */
function Bell({ unread, here }: { unread: number; here: string }) {
  const { t } = useTranslate()
  return (
    <a
      className={styles.bell}
      href={paths.notices()}
      aria-label={unread > 0 ? t('notice.bell.unread', { n: unread }) : t('notice.bell')}
      aria-current={currentness(here, paths.notices())}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        <path d="M4 14.5h12c-1.2-1.3-1.6-2.6-1.6-6A4.4 4.4 0 0 0 10 4a4.4 4.4 0 0 0-4.4 4.5c0 3.4-.4 4.7-1.6 6ZM8.3 17h3.4M10 4V2.5" />
      </svg>
      {unread > 0 && (
        <span className={styles.unread} aria-hidden="true">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      )}
    </a>
  )
}

/** Light and language, folded: each choice is a link that sets it and leads back. */
function Preferences({ here, mode }: Pick<SiteHeaderProps, 'here' | 'mode'>) {
  const { t, language } = useTranslate()
  return (
    <>
      <summary className={styles.quiet}>{t('layout.preferences.open')}</summary>
      <div className={styles.panel}>
        <p className={styles.panelLabel} id="preferences-theme">
          {t('layout.preferences.theme')}
        </p>
        <ul role="list" className={styles.choices} aria-labelledby="preferences-theme">
          {THEMES.map((theme) => (
            <li key={theme}>
              <a
                className={styles.choice}
                href={paths.preferences({ theme, back: here })}
                aria-current={theme === mode.theme ? 'true' : undefined}
              >
                {t(`theme.${theme}`)}
              </a>
            </li>
          ))}
        </ul>
        <p className={styles.panelLabel} id="preferences-language">
          {t('layout.preferences.language')}
        </p>
        <ul role="list" className={styles.choices} aria-labelledby="preferences-language">
          {LANGUAGES.map((each) => (
            <li key={each}>
              <a
                className={styles.choice}
                href={paths.preferences({ lang: each, back: here })}
                lang={each}
                hrefLang={each}
                aria-current={each === language ? 'true' : undefined}
              >
                {LANGUAGE_NAMES[each]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
