// A table in a sheet that scrolls by itself, with the heads of its columns; what stands in it where there is nothing yet.
import type { ReactNode } from 'react'

export interface TableSheetProps {
  title: string
  heads: string[]
  /** Said instead of the table where it has no rows. */
  empty?: string | undefined
  small?: boolean
  /** From which column on there are numbers, set to the right. */
  numbersFrom?: number
  children: ReactNode
}

export function TableSheet({ title, heads, empty, small, numbersFrom = Infinity, children }: TableSheetProps) {
  if (empty) return <p className="sheet empty">{empty}</p>
  return (
    <div className="sheet scroller" role="region" aria-label={title} tabIndex={0}>
      <table className={small ? 'small' : undefined}>
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            {heads.map((head, place) => (
              <th scope="col" key={head} className={place >= numbersFrom ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
