import type { ComponentChildren } from 'preact'
import { routes } from '../routes.ts'
import { Document } from './document.tsx'
import type { Face } from './face.ts'
import { Footer } from './footer.tsx'
import { Icon, type IconName } from './icons.tsx'
import { Logo } from './logo.tsx'

export type Section = 'home' | 'statistics' | 'profile' | 'contacts'

/** One of a person's accounts as the list at the side names it. */
export interface SideAccount {
  id: number
  number: string
  /** A name of one's own, or the short address. */
  title: string
}

export interface CabinetLayoutProps {
  face: Face
  title: string
  section: Section | null
  accounts: readonly SideAccount[]
  /** The account that the page speaks of. */
  chosen: number | null
  /** Where a choice at the side leads: the same page for that account. */
  accountPath?: (id: number) => string
  faulty?: boolean
  refreshAfter?: number
  children: ComponentChildren
}

/** A signed-in page: the five sections, the person's accounts at the side, the content. */
export function CabinetLayout(props: CabinetLayoutProps) {
  const { face, title, faulty = false, refreshAfter, children } = props
  return (
    <Document
      face={face}
      title={title}
      faulty={faulty}
      {...(refreshAfter === undefined ? {} : { refreshAfter })}
    >
      <header class="top">
        <div class="top-inner">
          <Logo face={face} />
          <Sections {...props} />
        </div>
      </header>
      <div class="cabinet">
        <Side {...props} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Footer face={face} />
    </Document>
  )
}

function Sections({ face: { t }, section, chosen }: CabinetLayoutProps) {
  const account = chosen === null ? {} : { account: chosen }
  const links: [Section, string, IconName][] = [
    ['home', routes.home.to(), 'home'],
    ['statistics', routes.statistics.to(account), 'statistics'],
    ['profile', routes.profile.to(), 'profile'],
    ['contacts', routes.contacts.to(), 'contacts'],
  ]
  return (
    <nav class="sections" aria-label={t.shell.navigation}>
      {links.map(([name, path, icon]) => (
        <a key={name} href={path} aria-current={section === name ? 'page' : undefined}>
          <Icon name={icon} />
          {t.shell[name]}
        </a>
      ))}
      <form method="post" action={routes.logout.to()}>
        <button type="submit">
          <Icon name="signOut" />
          {t.shell.signOut}
        </button>
      </form>
    </nav>
  )
}

function Side({
  face: { t },
  accounts,
  chosen,
  accountPath = id => routes.account.to({ id }),
}: CabinetLayoutProps) {
  return (
    <nav class="side" aria-labelledby="my-accounts">
      <h2 id="my-accounts">{t.shell.myAccounts}</h2>
      {accounts.length === 0 ? (
        <p class="hint">{t.shell.noAccounts}</p>
      ) : (
        <ul>
          {accounts.map(account => (
            <li key={account.id}>
              <a href={accountPath(account.id)} aria-current={account.id === chosen ? 'true' : undefined}>
                <span class="side-title">{account.title}</span>{' '}
                <span class="side-number">{account.number}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <a class="side-add" href={routes.addAccount.to()}>
        <Icon name="add" />
        {t.shell.addAccount}
      </a>
    </nav>
  )
}
