package org.convoke.gateway.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The files of the page beside our classes: each is read once, and compressed once, whoever asks for it. */
@ApplicationScoped
class PageFiles {

    private static final String FOLDER = "META-INF/resources";
    private static final String INDEX = "/index.html";

    private final Map<String, PageFile> files = new ConcurrentHashMap<>();

    /**
     * What is shown at a path: the page itself, which knows its own paths, where no file is. Blocks where a file was not
     * asked for before.
     *
     * @return null where there is nothing: for an asset of another build, and where the page was not built
     */
    @Nullable
    PageFile at(String path) {
        PageFile file = isFile(path) ? files.computeIfAbsent(path, PageFiles::read) : null;
        return file == null && !path.startsWith("/assets/") ? files.computeIfAbsent(INDEX, PageFiles::read) : file;
    }

    /** Folders can be opened too. */
    private static boolean isFile(String path) {
        return path.lastIndexOf('.') > path.lastIndexOf('/');
    }

    private static @Nullable PageFile read(String path) {
        try (InputStream content = PageFiles.class.getClassLoader().getResourceAsStream(FOLDER + path)) {
            return content == null ? null : PageFile.of(path, content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
