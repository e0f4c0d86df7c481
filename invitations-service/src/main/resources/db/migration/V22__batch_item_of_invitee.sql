-- Whoever is erased is looked for by her id alone; of any length, which a tree would not take.
create index batch_item_of_invitee on batch_item using hash (invitee_id);
