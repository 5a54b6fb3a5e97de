// What an institution has still to bring for one child.
import { useTranslations } from 'use-intl'

/** How many papers wait for the institution, in shapes and words. */
export function Need({ missing, rejected }: { missing: number; rejected: number }) {
  const words = useTranslations('children')
  if (missing + rejected === 0) return <span className="state done">{words('complete')}</span>
  return (
    <>
      {rejected > 0 && <span className="state bad">{words('rejected', { count: rejected })}</span>}
      {missing > 0 && <span className="state warn">{words('missing', { count: missing })}</span>}
    </>
  )
}
