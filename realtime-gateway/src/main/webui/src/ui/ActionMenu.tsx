import { EllipsisVertical } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from './Button';

export interface Action {
  id: string;
  label: string;
  danger?: boolean;
  run: () => void;
}

/** What can be done with one thing of a list; nothing at all where there are no actions. */
export function ActionMenu({ label, actions }: { label: string; actions: Action[] }) {
  if (actions.length === 0) {
    return null;
  }
  return (
    <MenuTrigger>
      <Button kind="quiet" icon aria-label={label}>
        <EllipsisVertical size={20} aria-hidden />
      </Button>
      <Popover className="popover">
        <Menu items={actions}>
          {(action) => (
            <MenuItem className={action.danger ? 'option option-danger' : 'option'} onAction={action.run}>
              {action.label}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
