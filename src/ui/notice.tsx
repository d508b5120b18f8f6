import type { ComponentChildren } from 'preact'

/** A calm word beside the content; `good` says that something was done, `warning` that something must be known first. */
export function Notice({
  kind = 'plain',
  children,
}: {
  kind?: 'plain' | 'good' | 'warning'
  children: ComponentChildren
}) {
  return (
    <div
      class={kind === 'plain' ? 'notice' : `notice notice-${kind}`}
      role={kind === 'good' ? 'status' : undefined}
    >
      {children}
    </div>
  )
}

/** A notice of the supplier's own, already HTML made of its Markdown by `supplier.ts`. */
export function SupplierNotice({ html }: { html: string }) {
  // The supplier's folder is as trusted as the code: whoever can write there can write here.
  return <div class="notice supplier-notice" dangerouslySetInnerHTML={{ __html: html }} />
}
