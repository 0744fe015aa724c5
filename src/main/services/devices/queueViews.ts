import { z } from 'zod';
import { AppError } from '../../../shared/outcome/appError.ts';
import { MOST_VIEWS, namedView, queueView, withView, type QueueView } from '../../../shared/devices/queueView.ts';
import type { DeviceHandlers } from '../../../shared/api/contract/devices.ts';
import type { ServiceContext } from '../serviceContext.ts';

const NAME = 'queueViews';

type ViewHandlers = Pick<DeviceHandlers, 'devices.views' | 'devices.saveView' | 'devices.deleteView'>;

/** The saved views of the queue. What cannot be read, such as a newer Reseal’s, is kept as it is and not shown. */
export function createQueueViews({
  settings,
  store,
  publish,
}: Pick<ServiceContext, 'settings' | 'store' | 'publish'>): ViewHandlers {
  function read(): { readonly views: readonly QueueView[]; readonly unreadable: readonly unknown[] } {
    const stored = settings.read(NAME, z.array(z.unknown()), []) ?? [];
    const read = stored.map((one) => ({ one, view: queueView.safeParse(one).data ?? null }));
    return {
      views: read.flatMap(({ view }) => view ?? []),
      unreadable: read.filter(({ view }) => view === null).map(({ one }) => one),
    };
  }

  function change(changed: (views: readonly QueueView[]) => readonly QueueView[]): void {
    store.write(() => {
      const { views, unreadable } = read();
      settings.write(NAME, [...changed(views), ...unreadable]);
    });
    publish('settings.changed');
  }

  return {
    'devices.views': () => ({ views: [...read().views] }),
    'devices.saveView': (view) => {
      change((views) => {
        const alike = namedView(views, view.name);
        if (alike !== null && alike.id !== view.id) {
          throw new AppError('conflict', `There is a view “${alike.name}” already.`, {
            remedy: 'Choose another name, or delete that one first.',
          });
        }
        const next = withView(views, view);
        if (next.length > MOST_VIEWS) {
          throw new AppError('too-large', `There are ${MOST_VIEWS} views already.`, {
            remedy: 'Delete one that nobody uses.',
          });
        }
        return next;
      });
      return {};
    },
    'devices.deleteView': ({ id }) => {
      change((views) => views.filter((view) => view.id !== id));
      return {};
    },
  };
}
