// A dialog over the page: the browser's own, which keeps the focus inside and gives it back.
import { useEffect, useId, useRef, type ReactNode } from 'react'

/** Opens a dialog over everything, for as long as it is drawn. */
export function useModal() {
  const place = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = place.current
    const open = () => {
      if (dialog && !dialog.open) dialog.showModal()
    }
    open()
    // The browser lets nobody keep a dialog open against a second Escape; whether it goes is for the page to say.
    dialog?.addEventListener('close', open)
    return () => {
      dialog?.removeEventListener('close', open)
      dialog?.close()
    }
  }, [])
  return place
}

export function Dialog(props: { title: string; onClose?: () => void; wide?: boolean; children: ReactNode }) {
  const title = useId()
  const place = useModal()
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
