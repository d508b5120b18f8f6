import { routes } from '../../routes.ts'
import { CabinetLayout, type SideAccount } from '../../ui/cabinet-layout.tsx'
import type { Face } from '../../ui/face.ts'
import { Icon } from '../../ui/icons.tsx'
import { Notice, SupplierNotice } from '../../ui/notice.tsx'
import { AccountCard, type AccountCardProps } from './account-card.tsx'

interface HomePageProps {
  face: Face
  side: SideAccount[]
  cards: Omit<AccountCardProps, 'face'>[]
  /** An account was taken off the list just now. */
  justRemoved: boolean
}

/** The welcome, then how each account stands, or the first thing to do; and when the data are renewed. */
export function HomePage({ face, side, cards, justRemoved }: HomePageProps) {
  const { t, supplier } = face
  return (
    <CabinetLayout face={face} title={t.home.title} section="home" accounts={side} chosen={null}>
      <h1>
        {t.home.welcome} <span class="welcome-supplier">{supplier.name}</span>
      </h1>
      {justRemoved && <Notice kind="good">{t.accounts.removal.done}</Notice>}
      {cards.length === 0 ? (
        <div class="card begin">
          <p>{t.home.begin}</p>
          <a class="button" href={routes.addAccount.to()}>
            <Icon name="add" />
            {t.shell.addAccount}
          </a>
        </div>
      ) : (
        <section aria-label={t.home.myAccounts}>
          <ul class="account-cards">
            {cards.map(card => (
              <li key={card.account.id}>
                <AccountCard face={face} {...card} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t.home.notice}>
        <SupplierNotice html={supplier.notices['data-freshness']} />
      </section>
    </CabinetLayout>
  )
}
