// As large as a script that is worth compressing.
const words = 'one two three one two three one two three one two three one two three one two three one two three one two three';
export default words;
