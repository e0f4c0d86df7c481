package org.convoke.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PageFileTest {

    private static final byte[] TEXT = "one two three ".repeat(100).getBytes(UTF_8);

    @Test
    void onlyWhatIsNamedAfterItsContentIsKeptForGood() {
        assertThat(PageFile.of("/assets/app-1a2b3c4d.js", TEXT).caching()).contains("immutable");
        assertThat(PageFile.of("/index.html", TEXT).caching()).isEqualTo("no-cache");
        assertThat(PageFile.of("/icon.svg", TEXT).caching()).isEqualTo("no-cache");
    }

    @Test
    void textsAreCompressed() throws IOException {
        var zipped = PageFile.of("/assets/app.css", TEXT).zipped();
        assertThat(zipped.length()).isLessThan(TEXT.length / 5);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.getBytes())).readAllBytes())
                .isEqualTo(TEXT);
    }

    @Test
    void whatIsCompressedInItselfIsNot() {
        assertThat(PageFile.of("/assets/font.woff2", TEXT).zipped()).isNull();
        assertThat(PageFile.of("/mark.png", TEXT).type()).isEqualTo("image/png");
        assertThat(PageFile.of("/mark.unheard", TEXT).type()).isEqualTo("application/octet-stream");
    }

    @Test
    void anotherContentHasAnotherTag() {
        String tag = PageFile.of("/index.html", TEXT).tag();
        assertThat(PageFile.of("/index.html", TEXT.clone()).tag()).isEqualTo(tag);
        assertThat(PageFile.of("/index.html", new byte[] {1}).tag()).isNotEqualTo(tag);
    }
}
