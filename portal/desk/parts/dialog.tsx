// A dialog over the page: the browser's own, which keeps the focus inside and gives it back.
import { useEffect, useId, useRef, type ReactNode } from 'react'

export function Dialog(props: { title: string; onClose?: () => void; wide?: boolean; children: ReactNode }) {
  const place = useRef<HTMLDialogElement>(null)
  const title = useId()
  useEffect(() => {
    const dialog = place.current
    if (dialog && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={place}
      className={props.wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose?.()
      }}
    >
      <h2 id={title}>{props.title}</h2>
      {props.children}
    </dialog>
  )
}
