// The head of a page: its title takes the focus when the page is come to, and stands in the title of the window.
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'

/** `title` may name people; `tab` is what the window's title says, and never does. */
export function PageHead(props: { title: ReactNode; tab: string; above?: ReactNode; below?: ReactNode; children?: ReactNode }) {
  const words = useTranslations('shared')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${props.tab} · ${words('office')}`
  }, [props.tab, words])
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className="page-head">
      <div>
        {props.above && <p className="small quiet">{props.above}</p>}
        <h1 tabIndex={-1} ref={heading}>
          {props.title}
        </h1>
        {props.below && <p className="small quiet">{props.below}</p>}
      </div>
      {props.children && <div className="page-acts">{props.children}</div>}
    </div>
  )
}
