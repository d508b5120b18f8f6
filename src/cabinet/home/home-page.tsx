import { routes } from '../../routes.ts'
import { CabinetLayout, type SideAccount } from '../../ui/cabinet-layout.tsx'
import type { Face } from '../../ui/face.ts'
import { SupplierNotice } from '../../ui/notice.tsx'

interface HomePageProps {
  face: Face
  side: SideAccount[]
}

/** The welcome, and the first thing to do. */
export function HomePage({ face, side }: HomePageProps) {
  const { t, supplier } = face
  return (
    <CabinetLayout face={face} title={t.home.title} section="home" accounts={side} chosen={null}>
      <h1>
        {t.home.welcome} {supplier.name}
      </h1>
      <p>{t.home.begin}</p>
      <a class="button" href={routes.addAccount.to()}>
        {t.shell.addAccount}
      </a>
      <SupplierNotice html={supplier.notices['data-freshness']} />
    </CabinetLayout>
  )
}
