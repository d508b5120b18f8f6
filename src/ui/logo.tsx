import { routes } from '../routes.ts'
import type { Face } from './face.ts'

/** The supplier's sign and name, which lead home. */
export function Logo({ face }: { face: Face }) {
  return (
    <a class="logo" href={routes.home.to()}>
      <picture>
        <source media="(prefers-color-scheme: dark)" srcset={face.asset('logo-dark.svg')} />
        <img src={face.asset('logo.svg')} alt="" width="32" height="32" />
      </picture>
      <span>{face.supplier.short_name}</span>
    </a>
  )
}
