package org.convoke.e2e;

import org.convoke.local.demo.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Running.class)
class StoryTest {

    @Test
    void everythingOfTheStoryArrives() {
        Demo.play(Running.ports(), System.out);
    }
}
