import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import {
  Button,
  Toast,
  ToastBody,
  Toaster,
  ToastTitle,
  ToastTrigger,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { commonText } from '../text/common.ts';
import { NotifyContext, type Notify } from './notify.ts';
import { tabOn } from './tabOn.ts';

const TOAST_MS = 6_000;
/** Time to notice a mistake and reach for the mouse. */
const UNDO_MS = 12_000;

/** Toasts for the whole page, and Ctrl+Z for the newest one that can be undone. */
export function Notifications({ children }: { readonly children: ReactNode }) {
  const toasterId = useId('toaster');
  const { dispatchToast, dismissToast } = useToastController(toasterId);
  const lastUndo = useRef<{ readonly toastId: string; readonly undo: () => void } | null>(null);

  const notify = useMemo<Notify>(() => {
    return {
      done(sentence, undo) {
        const toastId = crypto.randomUUID();
        const once = () => {
          lastUndo.current = null;
          dismissToast(toastId);
          undo?.();
        };
        if (undo !== undefined) lastUndo.current = { toastId, undo: once };
        dispatchToast(
          <Toast>
            <ToastTitle
              action={
                <ToastTrigger>
                  {undo === undefined ? (
                    <Button>{commonText.dismiss}</Button>
                  ) : (
                    <Button onClick={once}>{commonText.undo}</Button>
                  )}
                </ToastTrigger>
              }
            >
              {sentence}
            </ToastTitle>
          </Toast>,
          {
            toastId,
            intent: 'success',
            timeout: undo === undefined ? TOAST_MS : UNDO_MS,
            onStatusChange: (_, { status }) => {
              if (status === 'dismissed' && lastUndo.current?.toastId === toastId) lastUndo.current = null;
            },
          },
        );
      },
      warn(sentence, detail) {
        dispatchToast(<Told sentence={sentence} detail={detail} />, { intent: 'warning', timeout: UNDO_MS });
      },
      failed(failure) {
        dispatchToast(<Told sentence={failure.message} detail={failure.remedy} />, {
          intent: 'error',
          timeout: UNDO_MS,
        });
      },
    };
  }, [dispatchToast, dismissToast]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (!isUndo || isTyping || lastUndo.current === null) return;
      event.preventDefault();
      lastUndo.current.undo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <NotifyContext value={notify}>
      {children}
      <section aria-label={commonText.messages} onKeyDownCapture={tabOn}>
        <Toaster inline toasterId={toasterId} position="bottom-end" pauseOnHover pauseOnWindowBlur limit={4} />
      </section>
    </NotifyContext>
  );
}

function Told({ sentence, detail }: { readonly sentence: string; readonly detail?: string | undefined }) {
  return (
    <Toast>
      <ToastTitle
        action={
          <ToastTrigger>
            <Button>{commonText.dismiss}</Button>
          </ToastTrigger>
        }
      >
        {sentence}
      </ToastTitle>
      {detail !== undefined && <ToastBody>{detail}</ToastBody>}
    </Toast>
  );
}
