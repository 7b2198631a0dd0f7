import { useEffect, useId, useRef, type ReactNode } from 'react';

interface OverPageProps {
  readonly title: string;
  readonly text: string;
  /** Leaves it undone; without it the page stays shut. */
  readonly onLeave?: () => void;
  readonly children: ReactNode;
}

/** Lies over the page and over whatever lies over the page; what was typed there stays. */
export function OverPage({ title, text, onLeave, children }: OverPageProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="over-page"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onLeave?.();
      }}
    >
      <div className="card si-card">
        <h2 className="si-h" id={id}>
          {title}
        </h2>
        <p className="mut over-text">{text}</p>
        {children}
      </div>
    </dialog>
  );
}
