import type { HeldAccount } from '../../people/held-accounts.ts'
import { routes } from '../../routes.ts'
import { CabinetLayout, type SideAccount } from '../../ui/cabinet-layout.tsx'
import type { Face } from '../../ui/face.ts'
import { MonthsTable } from './months-table.tsx'
import { VolumeChart } from './volume-chart.tsx'
import type { Year } from './years.ts'
import { YearsTable } from './years-table.tsx'

interface StatisticsPageProps {
  face: Face
  side: SideAccount[]
  /** null where the person holds no account. */
  account: HeldAccount | null
  years: readonly Year[]
  /** null where the account has no month. */
  shown: Year | null
}

/** «Статистика нарахувань». */
export function StatisticsPage({ face, side, account, years, shown }: StatisticsPageProps) {
  const { t } = face
  return (
    <CabinetLayout
      face={face}
      title={t.statistics.title}
      section="statistics"
      accounts={side}
      chosen={account?.id ?? null}
      accountPath={id => routes.statistics.to({ account: id })}
    >
      <h1>{t.statistics.title}</h1>
      {account === null ? <NoAccounts face={face} /> : <p>{t.statistics.account(account.number)}</p>}
      {account !== null && shown === null && <p class="card empty">{t.statistics.noRows}</p>}
      {account !== null && shown !== null && (
        <>
          <Years face={face} account={account} years={years} shown={shown} />
          <VolumeChart t={t} year={shown} />
          <MonthsTable t={t} accountId={account.id} year={shown} />
          <YearsTable t={t} years={years} />
        </>
      )}
    </CabinetLayout>
  )
}

function NoAccounts({ face: { t } }: { face: Face }) {
  return (
    <div class="card empty">
      <p>{t.statistics.noAccounts}</p>
      <a class="button" href={routes.addAccount.to()}>
        {t.shell.addAccount}
      </a>
    </div>
  )
}

interface YearsProps {
  face: Face
  account: HeldAccount
  years: readonly Year[]
  shown: Year
}

/** Only the years that have months, the last one first. */
function Years({ face: { t }, account, years, shown }: YearsProps) {
  return (
    <nav class="years" aria-label={t.statistics.years}>
      {years.toReversed().map(({ year }) => (
        <a
          key={year}
          href={routes.statistics.to({ account: account.id, year })}
          aria-current={year === shown.year ? 'page' : undefined}
        >
          {year}
        </a>
      ))}
    </nav>
  )
}
