import { type Control, useFormState, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormRefusal } from '../ui/FormRefusal';
import { FormSelect } from '../ui/Select';
import { FormText } from '../ui/TextField';
import { type GroupForm, JOIN_POLICIES, VISIBILITIES, WHO_MAY_INVITE } from './form';

/** The settings of a group to be typed, and why they were refused. */
export function GroupFields({ control, isDisabled }: { control: Control<GroupForm>; isDisabled?: boolean }) {
  const { t } = useTranslation();
  const [visibility, joinPolicy] = useWatch({ control, name: ['visibility', 'joinPolicy'] });
  const { errors } = useFormState({ control });
  return (
    <>
      <FormText control={control} name="name" label={t('groups.name')} isRequired isDisabled={isDisabled} />
      <FormText control={control} name="description" label={t('groups.description')} lines isDisabled={isDisabled} />
      <FormSelect
        control={control}
        name="visibility"
        label={t('groups.visibility.label')}
        hint={t(`groups.visibilityHint.${visibility}`)}
        options={VISIBILITIES.map((value) => ({ value, label: t(`groups.visibility.${value}`) }))}
        isDisabled={isDisabled}
      />
      <div className="field">
        <FormSelect
          control={control}
          name="joinPolicy"
          label={t('groups.joinPolicy.label')}
          options={JOIN_POLICIES.map((value) => ({ value, label: t(`groups.joinPolicy.${value}`) }))}
          isDisabled={isDisabled}
        />
        {/* It comes of two choices, so it is told when it is so. */}
        <p className="muted small" role="status">
          {visibility === 'HIDDEN' && joinPolicy === 'OPEN' && t('groups.joinPolicyHint.hiddenOpen')}
        </p>
      </div>
      <FormSelect
        control={control}
        name="whoMayInvite"
        label={t('groups.whoMayInvite.label')}
        options={WHO_MAY_INVITE.map((value) => ({ value, label: t(`groups.whoMayInvite.${value}`) }))}
        isDisabled={isDisabled}
      />
      <FormText control={control} name="capacity" label={t('groups.capacity')} inputMode="numeric" isDisabled={isDisabled} />
      <FormRefusal errors={errors} />
    </>
  );
}
