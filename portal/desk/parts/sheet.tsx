// A white sheet with a head.
import { useId, type ReactNode } from 'react'

export function Sheet({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className="sheet" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <span className="spring" />
        {aside}
      </header>
      {children}
    </section>
  )
}
